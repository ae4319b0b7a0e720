/** Elements of the page: made from text only, so that nothing in a file is read as markup. */

type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

export interface Tab {
  readonly id: string;
  readonly label: string;
}

/** Tabs as the ARIA practices have them: one is in the order of focus, arrows go to the others. */
export function drawTabs(
  list: HTMLElement,
  tabs: readonly Tab[],
  open: string,
  choose: (id: string) => void,
): void {
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(
    ...tabs.map(({ id, label }) => {
      const isOpen = id === open;
      const tab = element(
        'button',
        { type: 'button', role: 'tab', 'aria-selected': `${isOpen}`, tabindex: isOpen ? '0' : '-1' },
        label,
      );
      tab.addEventListener('click', () => choose(id));
      return tab;
    }),
  );
  if (hadFocus) list.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  list.onkeydown = ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const at = tabs.findIndex(({ id }) => id === open);
    if (step !== undefined) choose(tabs[(at + step + tabs.length) % tabs.length]!.id);
  };
}
