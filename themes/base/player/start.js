// Reached only when all that stands before it has worked.
root.classList.add('js');
say({type: 'open'});
