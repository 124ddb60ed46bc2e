// Two tags as one finds them: they ask nobody.
const store = (write) => {
  try {
    write()
  } catch {
    // A browser that refuses cookies may refuse this, too.
  }
}
window.loadTags = () => {
  document.cookie = `_shop_count=${Math.floor(Math.random() * 1e6)}; path=/; max-age=3600`
  store(() => localStorage.setItem('visits', String(Number(localStorage.getItem('visits') ?? 0) + 1)))
  document.cookie = `_ads_id=${Math.floor(Math.random() * 1e6)}; path=/; max-age=3600`
  store(() => (localStorage['_ads_seen'] = 'rope, lamp'))
}
loadTags()
