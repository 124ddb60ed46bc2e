const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const say = (permission) => (permission ? 'approved' : 'denied')

/** The page, with its tags and without; it works with scripts switched off. */
export const renderPage = ({ aa, target }, status, settings) => `<!doctype html>
<html lang="en" data-settings="${escape(JSON.stringify(settings))}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>08 The choice, known on the server</title>
  <script src="/opt-in.js" defer></script>
  <script src="/page.js" defer></script>
</head>
<body>
  <h1>The choice, known on the server</h1>
  <p id="server">${status}: analytics ${say(aa)}, target ${say(target)}</p>
  <p id="browser">No script has run.</p>
  ${aa ? '<p id="tag">Here the page would carry its analytics tag.</p>' : ''}
  <form method="post" action="/choice" aria-label="Your choice">
    <button name="choice" value="all">Approve all</button>
    <button name="choice" value="analytics">Analytics only</button>
    <button name="choice" value="none">Refuse all</button>
  </form>
  <p><button type="button" id="refuse">Refuse all, without a request</button></p>
</body>
</html>
`
