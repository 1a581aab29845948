// What the loader gives to the element's file, on the script that brings it.
import type { Carrier } from '../file-loader.ts';
import type { Given } from '../loader.ts';

export const given = (document.currentScript as Carrier).given as Given;

/** What the file `widget/NAME.js` carries. */
export const { file } = given;
