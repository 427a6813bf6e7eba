import type { Locator, Page } from 'playwright-core';

/**
 * Finds something by typing and chooses the first hit: from the suggestions where scripts run, else with the button
 * “Tìm” and the radio button it brings.
 * @param name of the field, as the form sends it
 * @returns what was chosen
 */
export async function choose(page: Page, name: string, question: string, script: boolean): Promise<string> {
  const field = page.locator(`#${name}`);
  await field.fill(question);
  if (script) {
    const hit = page.locator(`#${name}-list`).getByRole('option').first();
    await hit.waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
  } else {
    await box(page, name).getByRole('button', { name: 'Tìm' }).click();
    await box(page, name).getByRole('radio').first().check();
  }
  return box(page, name).locator('label.choice__label').first().innerText();
}

function box(page: Page, name: string): Locator {
  return page.locator(`[data-combobox][data-name="${name}"]`);
}
