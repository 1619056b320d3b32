import { isOn, SettingsError, textIn, type Written } from './setting-values.ts';
import type { Stage } from './stages.ts';

/** A name alone: CloudFront takes no port, and the pages lie below their own path. */
const ADDRESS = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/?$/;
/** CloudFront takes certificates of this one region, wherever the deployment is. */
const CERTIFICATE = /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/;

/** Whether CloudFront stands before the pages, and under which domain. Throws a SettingsError for one half of it. */
export const deliveryIn = (written: Written, isLocal: boolean): Pick<Stage, 'contentDelivery'> => {
  const isWanted = isOn(written, 'content-delivery');
  const url = textIn(written, 'pages-url', ADDRESS);
  const certificate = textIn(written, 'pages-certificate', CERTIFICATE);
  if (!url !== !certificate)
    throw new SettingsError('A domain of your own for the pages needs both: -c pages-url=… and -c pages-certificate=….');
  if (!isWanted && url)
    throw new SettingsError('-c pages-url=… is the domain of CloudFront before the pages: add -c content-delivery=true.');
  if (!isWanted) return {};
  if (isLocal)
    throw new SettingsError('-c content-delivery=true is only for AWS: a local AWS serves the pages at the address of the API.');
  if (!url || !certificate) return { contentDelivery: {} };
  return { contentDelivery: { domain: { name: new URL(url).hostname, certificate } } };
};

/** Throws a SettingsError where CloudFront can't stand before the pages, or would stand before the phone as well. */
export const checkDelivery = ({ contentDelivery, publicUrl }: Stage, region: string | undefined): void => {
  if (!contentDelivery) return;
  if (region?.startsWith('cn-'))
    throw new SettingsError(
      "In China's regions CloudFront serves no domain without an ICP filing, and has no address of its own: leave -c content-delivery=true out, and put a delivery network whose domain has a filing before the API yourself.",
    );
  if (publicUrl && contentDelivery.domain && new URL(publicUrl).hostname === contentDelivery.domain.name)
    throw new SettingsError('The phone providers call the API itself: -c pages-url=… needs another domain than -c public-url=….');
};
