/** Features that need nothing but an answer; diagnostics and what is told to the client without being asked are of the session. */
import { targetDescriptions } from './describe-target';
import { documentSymbols } from './document-symbols';
import type { Feature } from './feature';
import { hovers } from './hover';

export const features: readonly Feature[] = [hovers, targetDescriptions, documentSymbols];
