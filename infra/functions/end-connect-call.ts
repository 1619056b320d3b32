import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { touches } from '#functions/end-connect-call/env.ts';
import { type FunctionParts, HotlineFunction } from '#infra/constructs/hotline-function.ts';

/** Told by EventBridge that a contact of Amazon Connect has ended: writes how the call ended. */
export class EndConnectCall extends HotlineFunction {
  constructor(scope: Construct, parts: FunctionParts) {
    super(scope, 'end-connect-call', { ...parts, name: 'end-connect-call', timeout: Duration.seconds(10), touches });
  }
}
