// Two tags as one finds them: they ask nobody.
window.loadTags = () => {
  document.cookie = `_shop_count=${Math.floor(Math.random() * 1e6)}; path=/; max-age=3600`
  localStorage.setItem('visits', String(Number(localStorage.getItem('visits') ?? 0) + 1))
  document.cookie = `_ads_id=${Math.floor(Math.random() * 1e6)}; path=/; max-age=3600`
  localStorage['_ads_seen'] = 'rope, lamp'
}
loadTags()
