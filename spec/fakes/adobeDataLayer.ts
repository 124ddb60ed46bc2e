import { fakeDataLayer } from './dataLayer.js'

/** The array before Adobe's Client Data Layer takes it over; the journeys use the real one. */
export const fakeAdobeDataLayer = (name = 'adobeDataLayer') => fakeDataLayer(name)
