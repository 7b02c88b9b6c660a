/**
 * Calls over IP: PushKit, CallKit, LiveCommunicationKit and Push to Talk, as data for the rules about them.
 * Sources: the delegate pages of these frameworks on developer.apple.com, named in the rules' metadata.
 */

/** A method of a delegate protocol in the spellings of both languages. */
export interface DelegateMethod {
  /** Full names and selectors. */
  readonly swift: readonly string[];
  readonly objc: readonly string[];
  /** Where one Swift name serves several methods: position and class of the parameter that tells them apart. */
  readonly param?: { readonly index: number; readonly types: readonly string[] };
  readonly protocol: string;
}

export const pushRegistryType = 'PKPushRegistry';
export const providerDelegate = 'CXProviderDelegate';

export const timedOutMethod: DelegateMethod = {
  swift: ['provider(_:timedOutPerforming:)'],
  objc: ['provider:timedOutPerformingAction:'],
  protocol: providerDelegate,
};

/** Identifiers whose presence in a text makes it worth analysing. */
export const callSymbols: readonly string[] = ['desiredPushTypes', 'setDesiredPushTypes', 'CXProvider'];
