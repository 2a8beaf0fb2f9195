package posthorn.app.lists;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tick that tests lists.
@Configuration(proxyBeanMethods = false)
class ListJobs {

    private static final int MINUTES = 5;

    /// Tests what is due.
    @DisallowConcurrentExecution
    static final class Test implements Job {

        private final ListTests tests;

        Test(ListTests tests) {
            this.tests = tests;
        }

        @Override
        public void execute(JobExecutionContext context) {
            tests.run();
        }
    }

    @Bean
    JobDetail listsTestJob() {
        return JobBuilder.newJob(Test.class).withIdentity("test", "lists").storeDurably().build();
    }

    @Bean
    Trigger listsTestTrigger(JobDetail listsTestJob) {
        return TriggerBuilder.newTrigger()
                .forJob(listsTestJob)
                .withIdentity("test", "lists")
                .withSchedule(
                        SimpleScheduleBuilder.repeatMinutelyForever(MINUTES)
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
