/** Calls of the SDK and of logging helpers that cannot end a background task, whatever they are called on. */

/** Functions that only write to a log. */
const logging = new Set(['print', 'debugPrint', 'dump', 'NSLog', 'os_log', 'os_signpost']);

const functions = new Set([
  ...logging,
  'assert',
  'assertionFailure',
  'precondition',
  'preconditionFailure',
  'fatalError',
  'dispatchPrecondition',
  'type',
  'min',
  'max',
  'abs',
  'dispatch_get_main_queue',
  'dispatch_get_global_queue',
  'dispatch_time',
  'dispatch_semaphore_signal',
  'dispatch_semaphore_wait',
  'dispatch_group_enter',
  'dispatch_group_leave',
  'CFRelease',
  'CFRetain',
  'NSStringFromClass',
  'NSStringFromSelector',
  'NSAssert',
  'NSParameterAssert',
  'NSCAssert',
  'weakify',
  'strongify',
]);

/** First selector pieces and Swift base names. */
const methods = new Set([
  'cancel',
  'cancelAllOperations',
  'invalidate',
  'invalidateAndCancel',
  'finishTasksAndInvalidate',
  'resume',
  'suspend',
  'signal',
  'wait',
  'leave',
  'enter',
  'lock',
  'unlock',
  'append',
  'insert',
  'removeAll',
  'removeAllObjects',
  'removeObserver',
  'addObject',
  'removeObject',
  'setObject',
  'synchronize',
  'record',
  'stringWithFormat',
]);

const loggingWords = new Set(['log', 'logger', 'logging', 'trace', 'breadcrumb', 'nslog', 'log4cplus']);
/** `logAndStop` does more than log. */
const endingWords = new Set(['and', 'end', 'finish', 'stop', 'cancel', 'complete', 'close', 'flush', 'then']);

/** Words of a camel-case or snake-case name, in lower case: `APLogDebug` → ap, log, debug. */
function words(name: string): string[] {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/_/g, ' ');
  return spaced.toLowerCase().split(' ').filter(Boolean);
}

/** Whether a name says that it logs: `logger`, `FileLog`, `os_log`, `DDLogInfo`; not `login`, `catalog`. */
export function saysLogging(name: string): boolean {
  const all = words(name);
  return all.some((word) => loggingWords.has(word)) && !all.some((word) => endingWords.has(word));
}

/** Whether a free function only logs. A macro like `DDLogInfo` says so in its name. */
export function isLoggingFunction(name: string): boolean {
  return logging.has(name) || saysLogging(name);
}

/**
 * Whether a statement that calls this name may be a macro that does more than a function could: leave, or use what is
 * around it. By convention macros are written in capitals; those that check or log are harmless.
 */
export function mayHideCode(name: string): boolean {
  if (!/^_*[A-Z][A-Z\d]*(?:_[A-Z\d_]*)?$/.test(name) || name.length < 2) return false;
  return !saysLogging(name) && !words(name).some((word) => harmlessMacroWords.has(word));
}

const harmlessMacroWords = new Set(['assert', 'nsassert', 'unused', 'deprecated', 'warning']);

export function isInertFunction(name: string): boolean {
  return functions.has(name);
}

/** They end nothing, but somebody else may end what they put away. */
const keeping = new Set(['append', 'insert', 'addObject', 'setObject']);

export function keepsArguments(name: string): boolean {
  return keeping.has(name);
}

export function isInertMethod(name: string): boolean {
  return methods.has(name);
}

const sdkPrefix =
  /^(?:NS|UI|AV|BG|CA|CF|CG|CK|CL|CM|CN|CX|EK|GC|HK|MK|MP|OS|PH|PK|SK|UN|WK|URL|Dispatch)[A-Z]|^(?:Task|Timer|Logger|Operation|OperationQueue|ProcessInfo|FileManager|FileHandle|UserDefaults|Bundle|Data|Date|String|Array|Dictionary|Set|Int|Double|Bool|Progress|RunLoop|Thread)$/;

/** Classes that call back into the app while the method runs. */
const callingBack = new Set([
  'NSNotificationCenter',
  'NSObject',
  'NSUndoManager',
  'NSInvocation',
  'UIControl',
]);

/** Types of values that have no methods which matter. */
const plainTypes: ReadonlySet<string> = new Set([
  ...['Void', 'void', 'Bool', 'BOOL', 'bool', 'Int', 'int', 'Double', 'double', 'Float', 'float', 'CGFloat'],
  ...['String', 'NSString', 'NSInteger', 'NSUInteger', 'NSTimeInterval', 'TimeInterval', 'char', 'size_t'],
  ...['Data', 'NSData', 'Date', 'NSDate', 'URL', 'NSURL', 'UUID', 'NSNumber', 'Error', 'NSError', 'IBAction'],
]);

export function isPlainType(name: string): boolean {
  return plainTypes.has(name);
}

/** Whether a type belongs to the SDK, by its name. */
export function isSdkType(name: string): boolean {
  return sdkPrefix.test(name);
}

/** Whether a type belongs to the SDK and its methods do not run the app's code before they return. */
export function isInertSdkType(name: string): boolean {
  return sdkPrefix.test(name) && !callingBack.has(name);
}

/** Calls after which the function does not go on. */
export const neverReturning: ReadonlySet<string> = new Set([
  'fatalError',
  'preconditionFailure',
  'abort',
  'exit',
  '_exit',
]);
