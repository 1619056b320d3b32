import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Env, touches } from '#functions/answer-connect-call/env.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { PhoneDoor } from '#infra/constructs/phone-door.ts';
import { type PhoneParts, textsOf } from '#infra/constructs/phone-parts.ts';

/** The door of Amazon Connect, which its contact flow invokes: keeps the call step by step, opens, rates and reads tickets. */
export class AnswerConnectCall extends PhoneDoor {
  constructor(scope: Construct, parts: PhoneParts) {
    const { connect } = parts.deployment.stage;
    super(scope, {
      ...parts,
      name: 'answer-connect-call',
      // A contact flow waits for 3 s; a start that takes longer may still end, and serve the next try.
      timeout: Duration.seconds(8),
      touches,
      environment: {
        ...textsOf(parts.deployment),
        ...(connect?.queue && { HAS_AGENTS: 'yes' as const }),
        ...(connect?.bot && { HEARS_SPEECH: 'yes' as const }),
      } satisfies OwnVariables<typeof Env>,
    });
  }
}
