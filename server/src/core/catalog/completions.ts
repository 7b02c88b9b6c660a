/** What the names around a closure say about how often it runs. */

/** `callback`: once, when something is finished. `many`: for each element or event. `unknown`: nothing. */
export type ClosureHabit = 'callback' | 'many' | 'unknown';

/** Calls that run their closure for each element or event. */
const repeating =
  /^(?:forEach|map|compactMap|flatMap|filter|reduce|first|contains|allSatisfy|sorted|enumerate\w*|sink|receive|assign|scheduledTimer\w*|timerWith\w*|Timer|NSTimer|addObserver\w*)$|observ|subscri|listen|monitor|watch|stream|progress|onChange|onReceive|updateHandler|periodic/i;

/** Labels, and selector pieces like `loadWithCompletion`. */
const completionLabels =
  /^(?:on|when|then)?(?:completed?|done|finish(?:ed)?)$|completion(?:handler|block|callback)?$|^reply(?:handler|block)?$/i;

/** Parameters of closures that get an outcome. */
const outcomes =
  /^(?:error|err|result|response|success|succeeded|didSucceed|finished|completed|granted)$|Error$|Result$|Response$/;

export function closureHabit(
  callee: string,
  label: string | undefined,
  params: readonly string[],
): ClosureHabit {
  if (repeating.test(callee) || (label !== undefined && repeating.test(label))) return 'many';
  if (label !== undefined) return completionLabels.test(label) ? 'callback' : 'unknown';
  return params.some((param) => outcomes.test(param)) ? 'callback' : 'unknown';
}
