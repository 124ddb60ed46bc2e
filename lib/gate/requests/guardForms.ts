import type { Realm } from './realm.js'

/** Guards forms that are sent to a frame of the page; one that takes the page along is a navigation. The answer hears of those that the visitor sends. */
export const guardForms = ({ win, wrap, judge, isOpen, refuse }: Realm): ((event: Event) => void) => {
  const isRefused = (form: HTMLFormElement, by?: HTMLElement | null): boolean => {
    const read = (name: string) => by?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? ''
    const found = win.document.querySelector(`iframe[name="${win.CSS.escape(read('target'))}"]`) && judge(read('action'))
    if (!found || isOpen(found)) return false
    refuse(found)
    return true
  }
  wrap<HTMLFormElement>('HTMLFormElement', 'submit', (native) => (form, args) => isRefused(form) || native(form, args))
  return (event) => {
    if (isRefused(event.target as HTMLFormElement, (event as SubmitEvent).submitter)) event.preventDefault()
  }
}
