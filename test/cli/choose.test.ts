import { describe, expect, it } from 'vitest';
import { goals } from '../../server/src/core/catalog/mechanisms';
import { runCli } from './process';

describe('choose', () => {
  it('says what iOS has for a goal, and what cannot be had', async () => {
    const { code, stdout, stderr } = await runCli(['choose', 'every', '15', 'minutes']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Run code every fifteen minutes\nYou cannot\. /);
    expect(stdout).toContain('- App refresh task: BGAppRefreshTask (iOS 13); needs mode fetch');
  });

  it('lists all goals without words', async () => {
    const { stdout } = await runCli(['choose']);
    expect(goals.filter(({ title }) => !stdout.includes(title))).toEqual([]);
  });

  it('writes JSON for programs', async () => {
    const { stdout } = await runCli(['choose', 'geofence', '--format', 'json']);
    const [first] = JSON.parse(stdout);
    expect(first).toMatchObject({ id: 'arrive-and-leave', mechanisms: [{ id: 'region-monitoring' }, {}] });
    expect(first.mechanisms[0].page).toContain('# Regions, visits and significant changes');
  });

  it('tells it when nothing fits, which is no error', async () => {
    const { code, stdout, stderr } = await runCli(['choose', 'xylophone']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Nothing found for xylophone');
  });
});
