import type { Realm } from './realm.js'

/** Guards forms that are sent to a frame or a new window; one that takes the page along is a navigation. The answer hears of those that the visitor sends. */
export const guardForms = ({ wrap, judge, isShut, refuse }: Realm): ((event: Event) => void) => {
  const isRefused = (form: HTMLFormElement, by?: HTMLElement | null): boolean => {
    const read = (name: string) => by?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? ''
    const found = /^(_(self|parent|top))?$/i.test(read('target')) ? undefined : judge(read('action'))
    return isShut(found) && !refuse(found)
  }
  wrap<HTMLFormElement>('HTMLFormElement', 'submit', (run, args, form) => isRefused(form) || run(args))
  return (event) => {
    if (isRefused(event.target as HTMLFormElement, (event as SubmitEvent).submitter)) event.preventDefault()
  }
}
