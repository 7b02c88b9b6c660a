/** Small apps around the examples of the rule. */
import type { RuleExample } from '../../types';

/** A project with one iOS app that supports this version and later. */
function project(minimum: string): string {
  return `// !$*UTF8*$!
{
	archiveVersion = 1;
	objectVersion = 77;
	objects = {
		B1 = { isa = PBXProject; buildConfigurationList = B2; mainGroup = B3; targets = ( B4 ); };
		B2 = { isa = XCConfigurationList; buildConfigurations = ( B5 ); };
		B3 = { isa = PBXGroup; children = ( B6 ); sourceTree = "<group>"; };
		B4 = {
			isa = PBXNativeTarget;
			name = Radio;
			productType = "com.apple.product-type.application";
			buildConfigurationList = B7;
			buildPhases = ( );
			fileSystemSynchronizedGroups = ( B6 );
		};
		B5 = {
			isa = XCBuildConfiguration;
			name = Release;
			buildSettings = { SDKROOT = iphoneos; IPHONEOS_DEPLOYMENT_TARGET = ${minimum}; };
		};
		B6 = { isa = PBXFileSystemSynchronizedRootGroup; path = Radio; sourceTree = "<group>"; };
		B7 = { isa = XCConfigurationList; buildConfigurations = ( B8 ); };
		B8 = {
			isa = XCBuildConfiguration;
			name = Release;
			buildSettings = { PRODUCT_BUNDLE_IDENTIFIER = com.example.radio; };
		};
	};
	rootObject = B1;
}
`;
}

export type Files = RuleExample['files'];

export function swift(body: string, minimum?: string): Files {
  const text = `import AVFAudio
import BackgroundTasks
import PushKit
import UIKit

final class Radio: NSObject, PKPushRegistryDelegate {
${body.trim().replace(/^(?=.)/gm, '  ')}
}
`;
  return minimum === undefined
    ? { 'Radio.swift': text }
    : { 'Radio/Radio.swift': text, 'Radio.xcodeproj/project.pbxproj': project(minimum) };
}

export function objc(body: string): Files {
  return {
    'Radio.m': `#import <AVFoundation/AVFoundation.h>
#import <AudioToolbox/AudioToolbox.h>
#import <PushKit/PushKit.h>
#import <UIKit/UIKit.h>

@interface Radio : NSObject <PKPushRegistryDelegate>
@end

@implementation Radio

${body.trim()}

@end
`,
  };
}

export function plist(lines: string): Files {
  return {
    'Info.plist': `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
${lines.trim().replace(/^/gm, '\t')}
</dict>
</plist>
`,
  };
}
