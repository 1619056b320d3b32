// A department's whole client: node examples/department.mjs   (API, DEPARTMENT and TOKEN are in the environment)
const { API, DEPARTMENT, TOKEN, ONCE } = process.env;

const post = async (path, body) => {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const response = await fetch(`${API}/departments/${DEPARTMENT}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
};

do {
  const { work } = await post('/work/leases', { most: 5, waitSeconds: 20, leaseSeconds: 300 });
  for (const { lease, item } of work) {
    await post(`/tickets/${item.number}/acceptance`);
    console.log(`${item.number} ${item.unit}: ${item.matter} (due ${item.handleBy.at})`);
    await post(`/tickets/${item.number}/resolution`, { outcome: '已到现场处理完毕' }); // here your people do the work
    await post('/work/acknowledgements', { lease }); // last: whatever breaks before this line comes again
  }
} while (!ONCE);
