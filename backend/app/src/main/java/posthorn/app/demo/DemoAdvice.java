package posthorn.app.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Lets the sign-in page offer a way in without typing.
@ControllerAdvice
@ConditionalOnBooleanProperty("posthorn.demo")
class DemoAdvice {

    @ModelAttribute("demo")
    DemoAccess demo() {
        return DemoAccess.ALICE;
    }
}
