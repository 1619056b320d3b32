import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import { ConnectFlow } from '#infra/constructs/connect-flow.ts';
import { PagesDelivery } from '#infra/constructs/content-delivery.ts';
import type { Deployment } from '#infra/constructs/deployment.ts';
import { HotlineApi } from '#infra/constructs/hotline-api.ts';
import { ringForLogs } from '#infra/constructs/log-counts.ts';
import { NightDashboard } from '#infra/constructs/night-dashboard.ts';
import type { PhoneParts } from '#infra/constructs/phone-parts.ts';
import { signInOf } from '#infra/constructs/sign-in.ts';
import { AnswerConnectCall } from '#infra/functions/answer-connect-call.ts';
import { AnswerJambonzCall } from '#infra/functions/answer-jambonz-call.ts';
import { AnswerTwilioCall } from '#infra/functions/answer-twilio-call.ts';
import { DepartmentApi } from '#infra/functions/department-api.ts';
import { DeskApi } from '#infra/functions/desk-api.ts';
import { EndConnectCall } from '#infra/functions/end-connect-call.ts';
import { ResidentApi } from '#infra/functions/resident-api.ts';
import { RingDuty } from '#infra/functions/ring-duty.ts';
import { RingReporters } from '#infra/functions/ring-reporters.ts';
import { ServePages } from '#infra/functions/serve-pages.ts';
import { TakeMessage } from '#infra/functions/take-message.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { resourcesOf } from './resources-of.ts';

interface DoorsStackProps extends StackProps {
  deployment: Deployment;
  data: DataStack;
  events: EventsStack;
}

/** The doors, over HTTP and by phone, and the picture for the night. Deployed last: whatever is said here is listened to. */
export class DoorsStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, data, events, ...props }: DoorsStackProps) {
    super(scope, id, props);
    const { alarms, phone } = events;
    const { phoneSecret, jambonzSecret } = data;
    const parts = { deployment, alarms, resources: resourcesOf(data, events) };

    const api = new HotlineApi(this, 'Api', { deployment, alarms });
    const { contentDelivery } = deployment.stage;
    const delivery = contentDelivery && new PagesDelivery(this, 'Delivery', { deployment, api, domain: contentDelivery.domain });
    const signIn = signInOf(this, deployment, data.people, [api.publicUrl, ...(delivery ? [delivery.url] : [])]);
    api.openTo(signIn.tokens);
    new ServePages(this, { ...parts, api, signIn });
    for (const Audience of [ResidentApi, DeskApi, DepartmentApi]) new Audience(this, { ...parts, api });
    this.addPhone({ ...parts, api, queues: phone, phoneSecret, jambonzSecret });
    new NightDashboard(this, 'Night', { deployment, alarms, api });

    new CfnOutput(this, 'ApiId', { value: api.http.apiId });
    new CfnOutput(this, 'ApiUrl', { value: api.publicUrl });
    new CfnOutput(this, 'PagesUrl', { value: `${delivery?.url ?? api.publicUrl}/` });
    if (data.people) new CfnOutput(this, 'UserPoolClientId', { value: signIn.clientId });
    this.addPhoneOutputs(api.publicUrl);
  }

  private addPhone(parts: PhoneParts): void {
    const { deployment, alarms } = parts;
    new AnswerTwilioCall(this, parts);
    new AnswerJambonzCall(this, parts);
    const answer = new AnswerConnectCall(this, parts);
    const end = new EndConnectCall(this, parts);
    const fallback = new TakeMessage(this, parts);
    new RingDuty(this, parts);
    new RingReporters(this, parts);
    ringForLogs(this, parts);
    const { connect: instance } = deployment.stage;
    if (instance && deployment.hasConnect)
      new ConnectFlow(this, 'Connect', { deployment, alarms, instance, answer, fallback, end });
  }

  private addPhoneOutputs(publicUrl: string): void {
    const twilio = publicUrl + answerTwilioCallContract.path;
    const jambonz = publicUrl + answerJambonzCallContract.path;
    new CfnOutput(this, 'VoiceWebhookUrl', { value: twilio });
    new CfnOutput(this, 'VoiceStatusUrl', { value: `${twilio}?ended=yes` });
    new CfnOutput(this, 'VoiceFallbackUrl', { value: publicUrl + takeTwilioMessageContract.path });
    new CfnOutput(this, 'JambonzWebhookUrl', { value: jambonz });
    new CfnOutput(this, 'JambonzStatusUrl', { value: `${jambonz}?ended=yes` });
  }
}
