/*
 * Put in the place of @aws-sdk/endpoint-cache when the functions are bundled: DynamoDB's client makes such a cache at its
 * start, with a package that keeps it, for the discovery of endpoints, which nothing here switches on.
 */

/** A cache of endpoints that holds none: whatever is looked up is asked for again. */
export class EndpointCache {
  getEndpoint(): undefined {}
  get(): undefined {}
  set(): void {}
  delete(): void {}
  clear(): void {}
  has(): boolean {
    return false;
  }
}
