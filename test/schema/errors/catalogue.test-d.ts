// Checked by `npx tsc`: every line under @ts-expect-error must not compile.
import { catalogued, fault, type FaultCode } from '../../../schema/errors/index.ts';

fault('CURSOR_INVALID', { value: 'x' });
catalogued('PAGE_SIZE_INVALID', { value: 0, maximum: 1000 });

// @ts-expect-error a code that the catalogue does not have
fault('CURSOR_WRONG', { value: 'x' });
// @ts-expect-error details of another type
fault('PAGE_SIZE_INVALID', { value: '0', maximum: 1000 });
// @ts-expect-error details that are not complete
fault('PAGE_SIZE_INVALID', { value: 0 });
// @ts-expect-error details that the message does not know
fault('CURSOR_INVALID', { value: 'x', remedy: 'y' });
// @ts-expect-error a text is not a code before it was checked
export const code: FaultCode = 'ANY_TEXT' as string;
