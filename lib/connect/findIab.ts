import type { Disconnect } from '../types.js'

/** Which platform, and what it is asked. */
export interface IabQuestion {
  readonly name: string
  /** Part of the calls of TCF and US Privacy, not of those of GPP. */
  readonly version?: number
  /** Where it cannot be listened to: the command that reads it. */
  readonly read?: string
}

/** Called with what the platform answers; `success` is false where it has nothing to say. */
export type IabAnswer = (value: unknown, success?: unknown) => void

/** A platform that speaks as the IAB laid down, wherever it is. */
export interface IabPlatform {
  readonly ask: (command: string, answer: IabAnswer, parameter?: unknown) => void
  /** Set where it is spoken to by messages: ends the listening to them. */
  readonly close?: Disconnect
}

type Frame = Window & { readonly [name: string]: (...values: unknown[]) => void }

const byMessages = (frame: Frame, { name, version }: IabQuestion): IabPlatform => {
  const answers = new Map<string, IabAnswer>()
  const self = `${Math.random()}`
  const hear = ({ source, data }: MessageEvent) => {
    try {
      const { callId, returnValue, success } = (typeof data === 'string' ? JSON.parse(data) : data)[`${name}Return`]
      if (source === frame) answers.get(callId)?.(returnValue, success)
    } catch {
      // Other people's messages have other shapes.
    }
  }
  addEventListener('message', hear)
  return {
    ask: (command, answer, parameter) => {
      const callId = self + command
      answers.set(callId, answer)
      frame.postMessage({ [`${name}Call`]: { command, version, parameter, callId } }, '*')
    },
    close: () => removeEventListener('message', hear),
  }
}

/** Finds an IAB platform: its function on this page or on one of the same origin above, else a frame above that answers messages. */
export const findIab = (question: IabQuestion): IabPlatform | undefined => {
  const { name, version } = question
  for (let frame = window as unknown as Frame, below; frame !== below; below = frame, frame = frame.parent as Frame)
    for (const look of [
      () =>
        typeof frame[name] === 'function' && {
          ask: (command: string, ...rest: unknown[]) => (version ? frame[name]?.(command, version, ...rest) : frame[name]?.(command, ...rest)),
        },
      () => frame.frames[`${name}Locator` as never] && byMessages(frame, question),
    ])
      try {
        const platform = look()
        if (platform) return platform
      } catch {
        // Nothing of a page of another origin may be looked at but whether it has such a frame.
      }
  return undefined
}
