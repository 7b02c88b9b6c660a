/** notification-handler-not-called: what UserNotifications hands over has to be answered on every path. */
import {
  byCall,
  type NotificationMethod,
  notificationPresentationMethod,
  notificationResponseMethod,
  serviceExtensionMethod,
} from '../../../catalog/duties';
import { type DutySite, methodSites } from '../../../program/duties/sites';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty, type DutyTexts } from '../../duties/check';
import { checkHanded } from '../../duties/handed';
import { handlerCall } from '../../duties/handler-call';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';
import { isWithoutCopy } from './sure-copies';

interface Row {
  readonly entry: string;
  readonly method: NotificationMethod;
  readonly texts: Pick<DutyTexts, 'never' | 'onSomePath'>;
  /** Arguments of the call that leaves everything as it is; `subject` is the name of what the method was given. */
  answer(subject: string | undefined): { readonly swift: string; readonly objc: string } | undefined;
}

const rows: readonly Row[] = [
  {
    entry: 'service-extension',
    method: serviceExtensionMethod,
    texts: {
      never:
        'The notification service never calls its content handler: the notification waits for about 30 seconds and then appears as it was sent',
      onSomePath:
        'Leaves the notification service without calling the content handler: the notification waits for about 30 seconds and then appears as it was sent',
    },
    answer: (subject) =>
      subject === undefined ? undefined : { swift: `${subject}.content`, objc: `${subject}.content` },
  },
  {
    entry: 'response',
    method: notificationResponseMethod,
    texts: {
      never:
        'The response to a notification never calls its completion handler: iOS is not told that the app is done with it',
      onSomePath:
        'Leaves the response to a notification without calling the completion handler: iOS is not told that the app is done with it',
    },
    answer: () => ({ swift: '', objc: '' }),
  },
  {
    entry: 'presentation',
    method: notificationPresentationMethod,
    texts: {
      never:
        'Never says how to present the notification: iOS waits for the completion handler and shows nothing',
      onSomePath:
        'Leaves without saying how to present the notification: iOS waits for the completion handler and shows nothing',
    },
    answer: () => ({ swift: '[]', objc: 'UNNotificationPresentationOptionNone' }),
  },
];

const symbols = ['withContentHandler', 'userNotificationCenter'];

export const notificationHandlerRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const isMentioned = mentionsAny(code, symbols);
    const { analysis } = taskContext(code);
    for (const row of rows) {
      const duty = dutyOf(row);
      const sites = isMentioned ? methodSites(analysis, code.index, row.method) : [];
      for (const site of sites) checkDuty(code, site, duty);
      checkHanded(code, row.method, duty);
    }
  },
};

function dutyOf({ entry, method, texts, answer }: Row): Duty {
  return {
    discharge: byCall,
    name: entry === 'service-extension' ? 'contentHandler' : 'completionHandler',
    platform: 'iOS',
    entries: { never: entry, onSomePath: entry },
    reportsNever: true,
    reportsPaths: true,
    isNeverTaken: isWithoutCopy,
    texts: { ...texts, arrival: 'The handler arrives here', fixTitle: 'Call the handler here' },
    code: (name, site, analysis) => {
      const call = answer(subjectOf(site, method));
      return call && handlerCall(name, site, analysis, call);
    },
  };
}

function subjectOf({ token }: DutySite, { subject, swift, objc }: NotificationMethod): string | undefined {
  // Functions that are handed the handler get the rest in an order of their own.
  const isGiven = [...swift, ...objc].includes(token.fn.fullName);
  const name = isGiven && token.kind === 'param' ? token.fn.params[subject]?.name : undefined;
  return name === '' || name === '_' ? undefined : name;
}
