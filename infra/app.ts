import { App } from 'aws-cdk-lib';
import { DistrictDataError } from './district/read-district.ts';
import { addHotline } from './hotline-app.ts';
import { SettingsError } from './setting-values.ts';
import { readSettings } from './settings.ts';

try {
  const app = new App({ analyticsReporting: false });
  addHotline(app, readSettings(app.node.getAllContext(), process.env.CDK_DEFAULT_REGION));
} catch (error) {
  if (!(error instanceof DistrictDataError || error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
