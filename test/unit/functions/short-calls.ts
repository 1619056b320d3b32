import { keys, PUBLIC_URL, recorded, says, silence } from './telephone-line.ts';

/** Where the provider asks what to do. */
export const DOOR = `${PUBLIC_URL}/voice/twilio`;
/** The shortest call that ends in a ticket. */
export const REPORT = [keys('1'), says('水管爆了'), keys('1'), keys('2'), keys('1')];
/** A call that ends in a message on tape. */
export const RECORDED = [keys('1'), silence, silence, silence, recorded()];
