import { operations } from '#contracts/http/operations.ts';
import { type Law, ofType, where } from './reading-resources.ts';
import type { Resource } from './synthesised.ts';

/** What API Gateway takes in all of an account by default, a second and at once. */
const ACCOUNT = { rate: 10_000, burst: 5000 };

/** Every route with the settings that its stage has for it. */
const throttled = (resources: Parameters<Law>[0]) =>
  ofType(resources, 'ApiGatewayV2::Stage').flatMap((stage) =>
    ofType(resources, 'ApiGatewayV2::Route')
      .filter((route) => route.stack === stage.stack && route.properties.ApiId.Ref === stage.properties.ApiId.Ref)
      .map((route) => ({ stage, route, settings: stage.properties.RouteSettings?.[route.properties.RouteKey] })),
  );

/** Of how much the routes of an API take. */
export const routeLaws = {
  'every route has a limit of its own: that of the API behind a token and for the pages, a low one where the API is open, that of the phone for its webhooks':
    (resources) => {
      const open = operations.filter(({ isOpen }) => isOpen).map(({ method, path }) => `${method} ${path}`);
      const kindOf = ({ properties }: Resource): 'open' | 'webhook' | 'api' => {
        if (open.includes(properties.RouteKey)) return 'open';
        // What can only be fetched, and needs no token, is a page.
        return properties.AuthorizationType === 'NONE' && !properties.RouteKey.startsWith('GET ') ? 'webhook' : 'api';
      };
      const limitsOf = (kind: 'open' | 'webhook' | 'api') =>
        new Set(
          throttled(resources)
            .filter(({ route }) => kindOf(route) === kind)
            .map(({ settings }) => `${settings?.ThrottlingRateLimit} ${settings?.ThrottlingBurstLimit}`),
        );
      const rateOf = (kind: 'open' | 'api') => Number([...limitsOf(kind)][0]?.split(' ')[0] ?? 0);
      const isMixed =
        (['open', 'webhook', 'api'] as const).some((kind) => limitsOf(kind).size > 1) || rateOf('open') > rateOf('api');
      return throttled(resources)
        .filter(({ settings }) => isMixed || !(settings?.ThrottlingRateLimit > 0 && settings.ThrottlingBurstLimit > 0))
        .map(({ route }) => where(route));
    },

  'all routes together fit into an account, so that a flood of the API leaves the phone what is its own': (resources) => {
    const sum = (name: string): number =>
      throttled(resources).reduce((all, { settings }) => all + (settings?.[name] ?? Infinity), 0);
    const fits = sum('ThrottlingRateLimit') <= ACCOUNT.rate && sum('ThrottlingBurstLimit') <= ACCOUNT.burst;
    return fits ? [] : ofType(resources, 'ApiGatewayV2::Stage').map(where);
  },

  'a stage is made after the routes that it names, and measures each': (resources) =>
    throttled(resources)
      .filter(({ stage, route, settings }) => !stage.dependsOn?.includes(route.id) || settings?.DetailedMetricsEnabled !== true)
      .map(({ route }) => where(route)),
} satisfies Record<string, Law>;
