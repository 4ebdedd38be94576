// Run in the page: works the controls of an open operation by the events that a hand causes, all of them
// within one call, as there are hundreds.

/**
 * Gives each parameter other values than it has: in a list, adds two, takes the first away, and writes into
 * the other.
 * @param {string} id of the operation's block
 * @param {{ name: string, example?: string, madeUp: string[] }[]} parameters
 * @returns {Promise<[name: string, values: string[]][]>}
 */
export async function setAll(id, parameters) {
  const given = [];
  for (const { name, example, madeUp } of parameters) {
    await until(() => rowOf(id, name)?.querySelector('select, input, .json-schema-array') != null);
    const select = rowOf(id, name).querySelector('select');
    if (select !== null) {
      const offered = [...select.options].map(({ value }) => value).filter((it) => it !== '');
      const values = select.multiple ? offered.slice(0, 2) : [example ?? offered[0]];
      choose(select, values);
      given.push([name, values]);
    } else if (isList(id, name)) {
      await clearList(id, name);
      for (let count = 1; count <= 2; count++) {
        rowOf(id, name).querySelector('.json-schema-form-item-add').click();
        await until(() => itemsOf(id, name).length === count);
      }
      await remove(id, name, 0);
      const value = example ?? madeUp[0];
      type(itemsOf(id, name)[0].querySelector('input'), value);
      given.push([name, [value]]);
    } else {
      const values = [example ?? madeUp[0]];
      type(rowOf(id, name).querySelector('input'), values[0]);
      given.push([name, values]);
    }
  }
  return given;
}

/** Takes every value of these parameters away. */
export async function clearAll(id, parameters) {
  for (const { name } of parameters) {
    const select = rowOf(id, name).querySelector('select');
    if (select !== null) choose(select, ['']);
    else if (isList(id, name)) await clearList(id, name);
    else type(rowOf(id, name).querySelector('input'), '');
  }
}

function rowOf(id, name) {
  return document.querySelector(`#${id} tr[data-param-name="${name}"][data-param-in="query"]`);
}

function isList(id, name) {
  return rowOf(id, name).querySelector('.json-schema-array') !== null;
}

function itemsOf(id, name) {
  return rowOf(id, name).querySelectorAll('.json-schema-form-item');
}

async function clearList(id, name) {
  while (itemsOf(id, name).length > 0) await remove(id, name, 0);
}

async function remove(id, name, index) {
  const items = itemsOf(id, name);
  items[index].querySelector('.json-schema-form-item-remove').click();
  await until(() => itemsOf(id, name).length === items.length - 1);
}

function choose(select, values) {
  for (const option of select.options) option.selected = values.includes(option.value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function type(input, value) {
  // React looks whether the value was set past it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  // Some wait for more letters until the field is left.
  input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

async function until(isSo) {
  const end = performance.now() + 60_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`it never came to be that ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
