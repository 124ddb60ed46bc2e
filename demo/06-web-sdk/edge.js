// An imitation of Adobe's Edge within the page: it lists what reaches it, and answers with nothing to do.
const native = window.fetch
window.fetch = async (url, options) => {
  if (!String(url).includes('edge.example')) return native(url, options)
  const row = document.createElement('li')
  row.textContent = new URL(url).pathname
  document.querySelector('#edge').append(row)
  return new Response(JSON.stringify({ requestId: '1', handle: [] }), { headers: { 'content-type': 'application/json' } })
}
