package posthorn.app.account;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/// Somebody with a browser: keeps cookies, sends the token of the form on the page, follows links.
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String address = "192.0.2.1";
    private String token = "";

    public Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    /// The same from another network.
    public Visitor from(String address) {
        this.address = address;
        return this;
    }

    /// Opens a page and returns the answer.
    public MockHttpServletResponse open(String path) throws Exception {
        return send(get(URI.create(path)));
    }

    /// Sends a form with the token of the last page: name, value, name, value.
    public MockHttpServletResponse submit(String path, String... fields) throws Exception {
        return send(form(path, fields).param("_csrf", token));
    }

    /// Sends a form without a token.
    public MockHttpServletResponse forge(String path, String... fields) throws Exception {
        return send(form(path, fields));
    }

    /// The value of a cookie, or an empty text.
    public String cookie(String name) {
        var cookie = cookies.get(name);
        return cookie == null ? "" : cookie.getValue();
    }

    /// Brings a cookie from elsewhere.
    public void plant(String name, String value) {
        cookies.put(name, new Cookie(name, value));
    }

    /// The text of a page, with entities resolved.
    public static String text(MockHttpServletResponse response) {
        return HtmlUtils.htmlUnescape(
                new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static MockHttpServletRequestBuilder form(String path, String... fields) {
        var request = post(URI.create(path));
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request;
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        request.with(it -> {
            it.setRemoteAddr(address);
            return it;
        });
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        var response = mvc.perform(request).andReturn().getResponse();
        Arrays.stream(response.getCookies()).forEach(this::keep);
        var form = TOKEN.matcher(text(response));
        if (form.find()) {
            token = form.group(1);
        }
        return response;
    }

    private void keep(Cookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie);
        }
    }
}
