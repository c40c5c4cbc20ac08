// The editor: HTML with the template language laid over it, its names completed, its faults at their lines.
import { basicSetup } from 'codemirror';
import { html } from '@codemirror/lang-html';
import { indentWithTab } from '@codemirror/commands';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { Decoration, EditorView, keymap, MatchDecorator, ViewPlugin } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const TAG = /\{![^]*?!\}|\{[#/@]?[a-zA-Z][^{}]*\}|\{\/\}/g;

const marks = {
  comment: Decoration.mark({ class: 'cm-qute-comment' }),
  section: Decoration.mark({ class: 'cm-qute-section' }),
  value: Decoration.mark({ class: 'cm-qute-value' }),
};

function markOf(text) {
  if (text.startsWith('{!')) {
    return marks.comment;
  }
  return /^\{[#/@]/.test(text) ? marks.section : marks.value;
}

const overlay = new MatchDecorator({ regexp: TAG, decoration: (match) => markOf(match[0]) });
const quteOverlay = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = overlay.createDeco(view);
    }
    update(update) {
      this.decorations = overlay.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const look = HighlightStyle.define([
  { tag: tags.tagName, class: 'cm-tag' },
  { tag: tags.angleBracket, class: 'cm-quiet' },
  { tag: tags.attributeName, class: 'cm-attribute' },
  { tag: [tags.attributeValue, tags.string], class: 'cm-text' },
  { tag: tags.comment, class: 'cm-quiet' },
  { tag: [tags.keyword, tags.propertyName], class: 'cm-attribute' },
]);

/** What a name that begins with a loop's or a let's own word stands for. */
function resolved(word, before) {
  const first = word.split('.')[0];
  const origin =
    [...before.matchAll(/\{#for\s+(\w+)\s+in\s+([\w.]+)/g)].reverse().find((loop) => loop[1] === first)?.[2] ??
    [...before.matchAll(/\{#(?:let|set)\s+(\w+)=([\w.]+)/g)].reverse().find((let_) => let_[1] === first)?.[2];
  if (!origin) {
    return word;
  }
  const isLoop = new RegExp(`\\{#for\\s+${first}\\s+in\\s`).test(before);
  return origin + (isLoop ? '[]' : '') + word.slice(first.length);
}

const TYPES = { value: 'property', list: 'enum', group: 'namespace', refused: 'text' };

function completions(words) {
  return (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const typed = line.text.slice(0, context.pos - line.from);
    const brace = /\{[^{}]*$/.exec(typed)?.[0];
    if (!brace) {
      return null;
    }
    const { all, blocks } = words();
    const include = /^\{#include\s+([\w-]*)$/.exec(brace);
    if (include) {
      return {
        from: context.pos - include[1].length,
        options: blocks.map((label) => ({ label, type: 'class', apply: `${label} /` })),
      };
    }
    const section = /^\{#(\w*)$/.exec(brace);
    if (section) {
      const names = [...all.sections, 'if', 'else', 'for', 'let', 'include', 'switch', 'first'];
      return {
        from: context.pos - section[1].length,
        options: names.map((label) => ({ label, type: 'keyword' })),
      };
    }
    const word = /[\w.]*$/.exec(typed)[0];
    if (!word && !context.explicit && !/[{\s(=]$/.test(typed)) {
      return null;
    }
    const dot = word.lastIndexOf('.');
    const parent = dot < 0 ? '' : resolved(word.slice(0, dot), context.state.sliceDoc(0, context.pos));
    const inside = parent ? `${parent}.` : '';
    const options = all.names
      .filter((name) => name.path.startsWith(inside) && !name.path.slice(inside.length).match(/[.[]/))
      .map((name) => ({
        label: name.path.slice(inside.length),
        type: TYPES[name.kind],
        detail: name.kind === 'refused' ? '⊘' : name.kind === 'list' ? '[ ]' : '',
        info: name.hint || undefined,
        boost: name.kind === 'refused' ? -50 : 1,
      }));
    const isValue = all.names.some((name) => name.path === parent && name.kind === 'value');
    if (parent && isValue) {
      Object.entries(all.formatters).forEach(([label, info]) => options.push({ label, type: 'function', info }));
    }
    return { from: context.pos - (word.length - dot - 1), options, validFor: /^\w*$/ };
  };
}

/** One field for all files. */
export class Source {
  constructor(place, { nonce, words, onChange, onSave }) {
    this.words = words;
    this.onChange = onChange;
    this.onSave = onSave;
    this.nonce = nonce;
    this.states = new Map();
    this.quiet = false;
    this.view = new EditorView({ parent: place, state: this.state('', '', '') });
  }

  state(path, mode, text, label) {
    const isHtml = mode === 'html';
    // One and the same each time it is asked for: another one would be begun anew, and never come to an end.
    const data = [{ autocomplete: completions(this.words) }];
    return EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(this.nonce),
        keymap.of([{ key: 'Mod-s', preventDefault: true, run: () => (this.onSave(), true) }, indentWithTab]),
        basicSetup,
        isHtml ? html({ selfClosingTags: true, autoCloseTags: false }) : [],
        isHtml || mode === 'txt' ? quteOverlay : [],
        EditorState.languageData.of(() => data),
        syntaxHighlighting(look),
        lintGutter(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label ?? path, tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.quiet) {
            this.onChange(this.path, update.state.doc.toString());
          }
        }),
      ],
    });
  }

  open(path, mode, text, label) {
    if (this.path) {
      this.states.set(this.path, this.view.state);
    }
    this.path = path;
    this.told = undefined;
    this.view.setState(this.states.get(path) ?? this.state(path, mode, text, label));
  }

  /** Goes to a line. */
  go(line) {
    const { doc } = this.view.state;
    const at = doc.line(Math.max(1, Math.min(doc.lines, line || 1)));
    this.view.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: 'center' }) });
    this.view.focus();
  }

  /** @param faults of the open file: line, column, detail */
  complain(faults) {
    // Nothing is done to the editor while somebody types, unless there is news.
    const told = JSON.stringify(faults);
    if (told === this.told) {
      return;
    }
    this.told = told;
    const { doc } = this.view.state;
    const diagnostics = faults.map((fault) => {
      const line = doc.line(Math.max(1, Math.min(doc.lines, fault.line || 1)));
      const from = Math.min(line.to, line.from + Math.max(0, (fault.column || 1) - 1));
      return { from, to: Math.max(from, line.to), severity: 'error', message: fault.detail };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }
}
