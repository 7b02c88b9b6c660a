/** What hovers say about the APIs of the rules. Own words; the facts are Apple's, behind the links. */
import type { ApiDoc } from '../docs';
import { audioDocs } from './audio';
import { backgroundTimeDocs } from './background-time';
import { callDocs } from './calls';
import { deviceDocs } from './devices';
import { healthAndWatchDocs } from './health-and-watch';
import { lifecycleDocs } from './lifecycle';
import { locationDocs } from './location';
import { pushDocs } from './pushes';
import { schedulingDocs } from './scheduling';
import { transferDocs } from './transfers';

export const apiDocs: readonly ApiDoc[] = [
  ...backgroundTimeDocs,
  ...audioDocs,
  ...callDocs,
  ...schedulingDocs,
  ...pushDocs,
  ...locationDocs,
  ...deviceDocs,
  ...transferDocs,
  ...healthAndWatchDocs,
  ...lifecycleDocs,
];
