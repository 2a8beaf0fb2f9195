package posthorn.app.platform;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// Gives each test class the database as it was right after the start.
final class FreshDatabase implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        context.getApplicationContext().getBean(TestDatabase.class).renew();
    }
}
