import type { ReportingDescriptor } from 'sarif';
import type { RuleMeta, Severity } from '../../core/rules/types';
import { rulePage } from '../../manifest';

export function sarifLevel(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/**
 * One descriptor a rule; results name `rule/entry` below it. `precision` and `problem.severity` are what GitHub reads:
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function sarifRule(rule: RuleMeta): ReportingDescriptor {
  const level = sarifLevel(rule.severity);
  const helpUri = rulePage(rule.id) ?? rule.sources[0];
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
    properties: {
      tags: ['ios', rule.family, rule.consequence],
      precision: rule.confidence,
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  };
}

function helpText({ why, fix, sources }: RuleMeta): string {
  return [why, fix, sources.join('\n')].filter((part) => part !== undefined && part !== '').join('\n\n');
}

function helpMarkdown({ title, why, fix, sources }: RuleMeta): string {
  const links = sources.map((source) => `- <${source}>`).join('\n');
  const parts = [`# ${title}`, why, fix && `## What to do\n\n${fix}`, links && `## Read more\n\n${links}`];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
