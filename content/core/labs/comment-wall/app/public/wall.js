import { format } from './format.js';

const wall = location.pathname.split('/')[2];
const [title, list, form, preview, status] = ['title', 'comments', 'form', 'preview', 'status'].map((id) =>
  document.getElementById(id),
);

function commentHtml({ id, author, website, text, at }) {
  const name = website ? `<a href="${website}" rel="nofollow ugc">${author}</a>` : author;
  return `
    <li class="comment" id="comment-${id}" aria-label="Comment by ${author}">
      <p class="byline">${name}, <time datetime="${at}">${new Date(at).toLocaleDateString('en-US')}</time></p>
      <p class="text">${format(text)}</p>
    </li>`;
}

async function showComments() {
  const response = await fetch(`/walls/${wall}/comments`);
  const comments = await response.json();
  list.innerHTML = comments.map(commentHtml).join('');
  if (comments.length === 0) list.innerHTML = '<li class="comment">Nobody has said anything yet.</li>';
}

function showPreview() {
  preview.innerHTML = format(form.elements.text.value);
}

async function leaveComment(event) {
  event.preventDefault();
  const { author, website, text } = Object.fromEntries(new FormData(form));
  const response = await fetch(`/walls/${wall}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ author, text, ...(website && { website }) }),
  });
  if (!response.ok) {
    status.textContent = (await response.json()).error;
    return;
  }
  form.reset();
  status.textContent = '';
  showPreview();
  await showComments();
}

const draft = new URLSearchParams(location.hash.slice(1)).get('draft');
if (draft) form.elements.text.value = draft;
title.textContent = `Wall ${wall}`;
document.title = title.textContent;
form.addEventListener('input', showPreview);
form.addEventListener('submit', leaveComment);
showPreview();
await showComments();
