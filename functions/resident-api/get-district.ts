import { createHash } from 'node:crypto';
import { districtView, getDistrictContract } from '#contracts/http/get-district.ts';
import { operation } from '#use-cases/operation.ts';

/** Somebody reads the district. It is as it was shipped, so it is made once, when it is first asked for. */
export const getDistrict = operation(getDistrictContract, {}).handledBy(({ district }) => {
  let made: ReturnType<typeof shown> | undefined;
  const shown = () => {
    const view = districtView(district);
    const version = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
    return { headers: { etag: `"${version}"` }, body: { ...view, version } };
  };
  return async () => {
    made ??= shown();
    return { status: 200, ...made };
  };
});
