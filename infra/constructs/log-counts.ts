import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { DEAD_LINE } from '#domain/calls/dead-line.ts';
import { NOT_ACCEPTED } from '#domain/tickets/not-accepted.ts';
import { ALARM_PERIOD } from './alarms.ts';
import { type Deployment, nameOf } from './deployment.ts';
import type { FunctionParts, HotlineFunction } from './hotline-function.ts';

const NAMESPACE = 'Hotline';

const outcomes = ['joined', 'number-had-enough', 'hotline-had-enough'];
const errors = FilterPattern.stringValue('$.level', '=', 'error');
const passedOver = FilterPattern.stringValue('$.message', '=', 'rows passed over');
const deadLine = FilterPattern.stringValue('$.message', '=', DEAD_LINE);
const notAccepted = FilterPattern.stringValue('$.message', '=', NOT_ACCEPTED);
const limitsMet = FilterPattern.any(
  FilterPattern.stringValue('$.code', '=', 'too-many-today'),
  ...outcomes.map((outcome) => FilterPattern.stringValue('$.outcome', '=', outcome)),
);

/** What only logs tell of, with the alarm that rings for it; the logs of all functions count into one metric each. */
const COUNTS = {
  /** Whoever asked was answered: a caller with a sentence, a list with its other rows. */
  'only-the-log-tells': {
    threshold: 1,
    whatToDo:
      'Something failed, though whoever asked was answered. Callers were told to wait, or sent to leave a message: the log of the answer-…-call or of take-message says why, fields outcome and error. Or a list shows fewer tickets than there are, since rows could not be read: the log of the …-api says how many; look for tickets in a state that the code does not know, after an upgrade that was taken back. Or roll-up-figures says that no call has come in for two hours in which calls are usual: ring the hotline, then look at the number and its webhook at the phone provider.',
  },
  'limits-are-met': {
    threshold: 20,
    whatToDo:
      'The limits of a day are met again and again: somebody floods the hotline, or they are too low for this district (limits.yaml, aDay). The logs say which: code too-many-today of resident-api; outcome joined of the answer-…-call; number-had-enough or hotline-had-enough of text-reporters and ring-reporters. No danger is held back.',
  },
  /** A department that looks neither at its page nor at its queue. */
  'work-is-not-accepted': {
    threshold: 1,
    whatToDo:
      'The time of a ticket has run out, and its department has not accepted it: the log of raise-cards names both (message: work is not accepted). Ring the department: does somebody look at its page, or does its program run? The tickets stay in its list; messages in its work queue are forgotten after 12 days.',
  },
} as const;
type Count = keyof typeof COUNTS;

const count = (fn: HotlineFunction, deployment: Deployment, of: Count, id: string, filterPattern: IFilterPattern): void => {
  new MetricFilter(fn, id, {
    logGroup: fn.log,
    filterPattern,
    metricNamespace: NAMESPACE,
    metricName: nameOf(deployment, of),
    metricValue: '1',
  });
};

/** Counts every error in the log of a function with a caller on the line. */
export const countErrors = (fn: HotlineFunction, deployment: Deployment): void =>
  count(fn, deployment, 'only-the-log-tells', 'Failed', errors);

/** Counts when a list of this function passes over rows. */
export const countPassedOver = (fn: HotlineFunction, deployment: Deployment): void =>
  count(fn, deployment, 'only-the-log-tells', 'PassedOver', passedOver);

/** Counts when this function says that nobody rings any more. */
export const countDeadLine = (fn: HotlineFunction, deployment: Deployment): void =>
  count(fn, deployment, 'only-the-log-tells', 'DeadLine', deadLine);

/** Counts when this function says that a department has let a ticket's time run out without accepting it. */
export const countNotAccepted = (fn: HotlineFunction, deployment: Deployment): void =>
  count(fn, deployment, 'work-is-not-accepted', 'NotAccepted', notAccepted);

/** Counts when this function meets a limit of the day. */
export const countLimitsMet = (fn: HotlineFunction, deployment: Deployment): void =>
  count(fn, deployment, 'limits-are-met', 'LimitsMet', limitsMet);

/** The alarms on all that is counted so. */
export const ringForLogs = (scope: Construct, { deployment, alarms }: FunctionParts): void => {
  for (const [name, { threshold, whatToDo }] of Object.entries(COUNTS)) {
    const metricName = nameOf(deployment, name);
    alarms.ring(scope, name, {
      name,
      whatToDo,
      metric: new Metric({ namespace: NAMESPACE, metricName, period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold,
    });
  }
};
