/** The sample app in the folder `sample`; said here because an extension in a browser cannot list its own folders. */
export const sampleFiles: readonly string[] = [
  'README.md',
  'SlowRadio.xcodeproj/project.pbxproj',
  'SlowRadio/Favourites.swift',
  'SlowRadio/Info.plist',
  'SlowRadio/Player.swift',
  'SlowRadio/SlowRadioApp.swift',
  'SlowRadio/Station.swift',
  'SlowRadio/StationList.swift',
];

/** What is shown first: it has a mistake whose fix lies in another file. */
export const firstFile = 'SlowRadio/Player.swift';

/** The name of the copy. */
export const sampleFolder = 'Slow Radio';
