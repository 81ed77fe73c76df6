// A notice that ended after this page was built is taken away before it is painted.
(function () {
  var notice = document.querySelector('.site-notice[data-until]');
  if (notice && Date.parse(notice.dataset.until) <= Date.now()) notice.hidden = true;
})();
