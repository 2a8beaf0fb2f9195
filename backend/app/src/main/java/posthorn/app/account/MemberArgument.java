package posthorn.app.account;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controllers the signed-in person; only a parameter marked `@Nullable` may be nobody.
final class MemberArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Member.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof SignedIn person) {
            return person.getPrincipal();
        }
        if (parameter.isOptional()) {
            return null;
        }
        throw new IllegalStateException("a public page needs a signed-in person");
    }
}
