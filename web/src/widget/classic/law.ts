// The law's file, as the element's file asks for it (open-law.ts).
import english from '../../../messages/en.json?brief';
import { openLaw } from '../law.ts';

const law = { openLaw, english };

export type CarriedLaw = typeof law;

export default law;
