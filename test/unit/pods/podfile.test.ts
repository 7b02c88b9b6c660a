import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fetchesAllPods } from '../../../server/src/core/project/pods/podfile';

const plain = `# The app
source 'https://cdn.cocoapods.org/'
platform :ios, '15.0' # and newer
use_frameworks! :linkage => :static
inhibit_all_warnings!

def shared_pods
  pod 'Alamofire', '~> 5.0', '< 6'
end

target 'App' do
  shared_pods
  pod 'Player/Core', :git => 'https://example.com/player.git',
                     :tag => '1.2.0'
  pod "Lint", configurations: ['Debug', :Test], inhibit_warnings: true

  target 'AppTests' do
    inherit! :search_paths
  end
end

post_install do |installer|
  installer.pods_project.targets.each do |target|
    puts "#{target.name}: path"
  end
end
`;

describe('a Podfile', () => {
  it('fetches all pods when it says nothing else', () => {
    expect(fetchesAllPods(plain)).toBe(true);
    expect(fetchesAllPods(plain.replaceAll('\n', '\r\n'))).toBe(true);
    expect(fetchesAllPods('')).toBe(true);
  });

  test.each([
    ['a pod of the workspace', "  pod 'Core', :path => '../Core'"],
    ['one in the newer spelling', "  pod 'Core', path: '../Core'"],
    ['a specification of the workspace', "  pod 'Core', :podspec => 'Core.podspec'"],
    ['the dependencies of a specification', '  podspec'],
    ['a helper of another file', '  use_react_native!'],
    ['a loaded file', "require_relative '../node_modules/pods'"],
    ['a method of unknown origin', '  local_pods'],
    ['options that are computed', "  pod 'Core', options"],
    ['a name that is computed', '  pod "#{prefix}Core"'],
    ['a condition', "  pod 'Core' if ENV['CI']"],
    ['a loop', '  modules.each do |name|'],
    ['a pod behind a comma', "  platform :ios,\n  pod 'Core', :path => '../Core'"],
  ])('may have code of its own with %s', (_name, statement) => {
    expect(fetchesAllPods(plain.replace("  shared_pods\n  pod 'Player", `${statement}\n  pod 'Player`))).toBe(
      false,
    );
  });

  it('may have code of its own after a hook that ends where it begins', () => {
    expect(fetchesAllPods(`${plain}pod 'Core', :path => '../Core'\n`)).toBe(false);
    expect(fetchesAllPods('post_install do |installer|\n')).toBe(false);
  });

  it('is any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof fetchesAllPods(text)).toBe('boolean');
        expect(fetchesAllPods(`${text}\npod 'Core', :path => '../Core'\n`)).toBe(false);
      }),
    );
  });
});
