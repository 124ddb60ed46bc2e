const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const say = (permission) => (permission ? 'approved' : 'denied')

/** The page, with its tags and without; it works with scripts switched off. */
export const renderPage = ({ aa, target }, status, settings) => `<!doctype html>
<html lang="en" data-settings="${escape(JSON.stringify(settings))}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>The choice, known on the server · Halyard &amp; Sons</title>
  <link rel="icon" href="/bell.svg">
  <link rel="stylesheet" href="/shop.css">
  <script src="/opt-in.js" defer></script>
  <script src="/page.js" defer></script>
</head>
<body>
  <header class="site"><a class="brand" href="/">Halyard &amp; Sons</a></header>
  <main>
    <div>
      <h1>The choice, known on the server</h1>
      <p class="lead">The server reads the visitor’s cookies and renders what may be there; the browser’s side has the same settings, and so the same answer. It works with scripts switched off.</p>
      <section class="card spaced" aria-label="What both sides know">
        <h2>The server says</h2>
        <p id="server">${status}: analytics ${say(aa)}, target ${say(target)}</p>
        <h2>The browser says</h2>
        <p id="browser">No script has run.</p>
      </section>
      ${aa ? '<p class="card spaced" id="tag">Here the page would carry its analytics tag.</p>' : ''}
      <form class="actions" method="post" action="/choice" aria-label="Your choice">
        <button name="choice" value="all">Approve all</button>
        <button name="choice" value="analytics">Analytics only</button>
        <button name="choice" value="none">Refuse all</button>
        <button type="button" class="quiet" id="refuse">Refuse all, without a request</button>
      </form>
    </div>
  </main>
  <footer class="site">A demo of visitor-opt-in. Nothing here can be bought.</footer>
</body>
</html>
`
