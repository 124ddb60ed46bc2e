// Three solution libraries in small, with the habits of Analytics, Target and Audience Manager:
// each asks before it sets its cookie, waits when nobody has answered yet, and cleans up when it may no longer.
window.startSolutions = (optIn) => {
  const { ANALYTICS, TARGET, AAM } = optIn.Categories
  const solution = (category, cookie) => {
    const look = () => {
      const lifetime = optIn.isApproved(category) ? 3600 : 0
      document.cookie = `${cookie}=${category}-demo; path=/; max-age=${lifetime}`
    }
    optIn.fetchPermissions(look, true)
    // A choice that is forgotten completes nothing, and yet takes back what was allowed.
    optIn.on('change', look)
  }
  solution(ANALYTICS, 's_fid')
  solution(TARGET, 'mbox')
  solution(AAM, 'aam_uuid')
}
