// A department's whole client: node examples/department.mjs   (API, DEPARTMENT and TOKEN are in the environment)
const { API, DEPARTMENT, TOKEN, ONCE } = process.env; // with ONCE it ends after the first time that there was work

const post = async (path, body) => {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const response = await fetch(`${API}/departments/${DEPARTMENT}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  const again = Number(response.headers.get('retry-after') ?? 15); // seconds: soon while there is work, later while there is none
  if (response.ok) return { ...answer, again };
  throw Object.assign(new Error(`${path}: ${JSON.stringify(answer)}`), { status: response.status, code: answer.code, again });
};

const work = async ({ number, unit, matter, handleBy }) => {
  await post(`/tickets/${number}/acceptance`);
  console.log(`${number} ${unit}: ${matter} (due ${handleBy.at})`);
  await post(`/tickets/${number}/resolution`, { outcome: '已到现场处理完毕' }); // here your people do the work
};

const finish = async ({ lease, item }) => {
  try {
    await work(item).catch((error) => {
      // 404 or 409: its reporter withdrew it, or it went elsewhere meanwhile. Anything else comes again when the lease ends.
      if (![404, 409].includes(error.status) || error.code === 'ticket-changed-meanwhile') throw error;
      console.error(error.message);
    });
    await post('/work/acknowledgements', { lease }); // last: whatever breaks before this line comes again
  } catch (error) {
    console.error(error.message);
  }
};

for (;;) {
  let again = 15; // the hotline is away, or the token has run out
  try {
    const leased = await post('/work/leases', { most: 5, leaseSeconds: 300 });
    for (const one of leased.work) await finish(one);
    if (ONCE && leased.work.length > 0) break;
    again = leased.again;
  } catch (error) {
    if (ONCE) throw error;
    console.error(error.message);
    again = error.again ?? again;
  }
  await new Promise((resolve) => setTimeout(resolve, again * 1000));
}
