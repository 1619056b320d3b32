import { allowed, type Law, ofType, statements, target, where } from './reading-resources.ts';

/** Of functions, data, and who may do what. */
export const accessLaws = {
  'every function has a role of its own': (resources) => {
    const lambdas = ofType(resources, 'Lambda::Function');
    const roles = lambdas.map((lambda) => target(resources, lambda, lambda.properties.Role));
    return lambdas.filter((_, n) => !roles[n] || roles.indexOf(roles[n]) !== n).map(where);
  },

  'every function has a log of its own that forgets': (resources) => {
    const lambdas = ofType(resources, 'Lambda::Function');
    const logs = lambdas.map((lambda) => target(resources, lambda, lambda.properties.LoggingConfig?.LogGroup));
    return lambdas.filter((_, n) => !logs[n]?.properties.RetentionInDays || logs.indexOf(logs[n]) !== n).map(where);
  },

  'nobody is allowed an action or a resource by a star': (resources) =>
    allowed(resources)
      .filter(({ statement }) => {
        // Objects of a bucket have no ARNs of their own: below a prefix they may be meant by a star.
        const isOfObjects = [statement.Action].flat().every((action: string) => /^s3:(Get|Put)Object$/.test(action));
        const resource = JSON.stringify(statement.Resource ?? '').replace(
          isOfObjects ? /\/(recordings|incoming|20\?\?)\/\*/g : /$^/,
          '',
        );
        return /\*/.test(JSON.stringify([statement.Action, statement.NotAction]) + resource);
      })
      .map(({ from }) => where(from)),

  'only an AWS service is let in from outside, and only on behalf of something of ours': (resources) => [
    ...ofType(resources, 'Lambda::Permission')
      .filter(({ properties }) => !properties.SourceArn)
      .map(where),
    ...statements(resources)
      .filter(({ from, statement: { Effect, Principal, Condition, Action } }) => {
        if (Effect !== 'Allow' || !Principal) return false;
        const assumes = from.type === 'AWS::IAM::Role' && Action === 'sts:AssumeRole';
        return !Principal.Service || !(assumes || JSON.stringify(Condition ?? {}).includes('aws:SourceArn'));
      })
      .map(({ from }) => where(from)),
  ],

  'queues and tables are encrypted, and tables can be set back': (resources) => [
    ...ofType(resources, 'SQS::Queue')
      .filter(({ properties }) => properties.SqsManagedSseEnabled !== true)
      .map(where),
    ...ofType(resources, 'DynamoDB::Table')
      .filter(
        ({ properties }) =>
          properties.SSESpecification?.SSEEnabled !== true ||
          properties.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled !== true,
      )
      .map(where),
  ],

  'buckets are private, encrypted, refuse plain http, and forget': (resources) => {
    const guarded = ofType(resources, 'S3::BucketPolicy')
      .filter(({ properties }) => JSON.stringify(properties.PolicyDocument).includes('"aws:SecureTransport":"false"'))
      .map((policy) => target(resources, policy, policy.properties.Bucket)?.id);
    return ofType(resources, 'S3::Bucket')
      .filter(
        ({ id, properties }) =>
          Object.values(properties.PublicAccessBlockConfiguration ?? {}).filter((blocked) => blocked === true).length !== 4 ||
          !properties.BucketEncryption ||
          !properties.LifecycleConfiguration?.Rules.some(({ ExpirationInDays }: any) => ExpirationInDays > 0) ||
          !guarded.includes(id),
      )
      .map(where);
  },

  'an index holds no more attributes beside its keys than DynamoDB takes': (resources) =>
    ofType(resources, 'DynamoDB::Table')
      .filter(({ properties }) =>
        properties.GlobalSecondaryIndexes?.some(({ Projection }: any) => (Projection.NonKeyAttributes ?? []).length > 20),
      )
      .map(where),

  'a telephone number is one account, and nothing else is asked of a person': (resources) =>
    // None of these can be changed of a pool that is there.
    ofType(resources, 'Cognito::UserPool')
      .filter(
        ({ properties }) =>
          properties.UsernameConfiguration?.CaseSensitive !== false ||
          JSON.stringify(properties.UsernameAttributes) !== '["phone_number"]' ||
          properties.AliasAttributes !== undefined ||
          properties.Schema.some(({ Required, Mutable }: any) => Required === true || Mutable !== true),
      )
      .map(where),

  'who signs up or takes another number shows by a code that it is theirs, and a pool that nobody signs up at texts nobody': (
    resources,
  ) =>
    ofType(resources, 'Cognito::UserPool')
      .filter(({ properties }) => {
        const proved = [
          properties.AutoVerifiedAttributes,
          properties.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate,
        ];
        if (properties.AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true)
          return !properties.SmsConfiguration?.ExternalId || proved.some((one) => JSON.stringify(one) !== '["phone_number"]');
        const texts = [properties.SmsConfiguration, properties.Policies?.SignInPolicy, properties.SmsAuthenticationMessage];
        return [...proved.flat(), ...texts].some((one) => one !== undefined);
      })
      .map(where),

  'all but something is allowed for codes by text alone: they go to no topic, and are of the pool with the external id': (
    resources,
  ) =>
    allowed(resources)
      .filter(({ statement }) => statement.NotResource || statement.NotAction || statement.NotPrincipal)
      .filter(({ from, statement: { Action, NotResource, NotAction } }) => {
        const [trust] = from.properties.AssumeRolePolicyDocument?.Statement ?? [];
        const isGuarded = trust?.Condition?.StringEquals?.['sts:ExternalId'] !== undefined;
        const isOfPool = trust?.Principal?.Service === 'cognito-idp.amazonaws.com' && isGuarded;
        const sparesTopics = /^\["","arn:",\{"Ref":"AWS::Partition"\},":sns:\*:\*:\*"\]$/.test(
          JSON.stringify(NotResource?.['Fn::Join']?.flat() ?? ''),
        );
        return NotAction || Action !== 'sns:Publish' || !isOfPool || !sparesTopics;
      })
      .map(({ from }) => where(from)),

  'the fallback door has no table behind it': (resources) =>
    ofType(resources, 'IAM::Role')
      .filter(({ properties }) => properties.Description === 'What take-message may do')
      .filter(({ properties }) => /dynamodb/.test(JSON.stringify(properties)))
      .map(where),

  'functions run on Node 24, on arm64': (resources) =>
    ofType(resources, 'Lambda::Function')
      .filter(({ properties }) => properties.Runtime !== 'nodejs24.x' || properties.Architectures?.[0] !== 'arm64')
      .map(where),
} satisfies Record<string, Law>;
