/**
 * What voicemail, screening machines and announcements of the network say to one who rings. Nobody who rates says these
 * words; a machine that was taken for a person must rate nothing.
 */
export const MACHINE_WORDS: readonly string[] = [
  ...['机主', '来电原因', '来电目的', '来电事由', '说出姓名', '说出您的姓名', '看看对方', '方便接听', '可以接听', '能否接听'],
  ...['语音秘书', '语音助理', '语音助手', '智能助理', '智能秘书', '智能助手', '来电助手', '代接', '代为接听', '为您转告'],
  ...['提示音', '嘀声', '滴声', '哔声', '语音信箱', '语音留言', '请留言', '录制留言', '留言请按'],
  ...['您拨打的', '您所拨打的', '您呼叫的', '正在通话中', '暂时无法接', '无人接听', '无法接通', '已关机', '已停机', '是空号'],
  ...['不在服务区', '请稍后再拨', '请不要挂机', '正在为您转接', '呼叫转移'],
  ...['record your name', 'say your name', 'reason for calling', 'if this person is available', 'person you are calling'],
  ...['voicemail', 'voice mail', 'leave a message', 'leave your message', 'after the tone', 'after the beep', 'at the tone'],
  ...['is not available', 'is unavailable', 'number you have dialed', 'number you have dialled', 'please stay on the line'],
];
