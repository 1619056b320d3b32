// A department's whole client: node examples/department.mjs   (API, DEPARTMENT and TOKEN are in the environment)
const { API, DEPARTMENT, TOKEN, ONCE } = process.env;

const post = async (path, body) => {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const response = await fetch(`${API}/departments/${DEPARTMENT}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(`${path}: ${JSON.stringify(answer)}`), { status: response.status });
  return answer;
};

const work = async ({ number, unit, matter, handleBy }) => {
  await post(`/tickets/${number}/acceptance`);
  console.log(`${number} ${unit}: ${matter} (due ${handleBy.at})`);
  await post(`/tickets/${number}/resolution`, { outcome: '已到现场处理完毕' }); // here your people do the work
};

do {
  try {
    const leased = await post('/work/leases', { most: 5, waitSeconds: 20, leaseSeconds: 300 });
    for (const { lease, item } of leased.work) {
      try {
        await work(item);
      } catch (error) {
        // 404 or 409: its reporter withdrew it, or it went elsewhere meanwhile. Anything else comes again when the lease ends.
        console.error(error.message);
        if (error.status !== 404 && error.status !== 409) continue;
      }
      await post('/work/acknowledgements', { lease }); // last: whatever breaks before this line comes again
    }
  } catch (error) {
    if (ONCE) throw error;
    console.error(error.message);
    await new Promise((resolve) => setTimeout(resolve, 5000)); // the hotline is away, or the token has run out
  }
} while (!ONCE);
