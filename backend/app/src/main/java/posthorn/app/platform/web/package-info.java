/// What all pages share: the layout's values, languages, static files, safe headers, error pages.
@NullMarked
package posthorn.app.platform.web;

import org.jspecify.annotations.NullMarked;
