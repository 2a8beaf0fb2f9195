package posthorn.app.alerts;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The tick that makes deliveries.
@Configuration(proxyBeanMethods = false)
class AlertJobs {

    private static final JobKey DELIVER = new JobKey("deliver", "alerts");
    private static final int SECONDS = 10;

    /// Makes what is due.
    @DisallowConcurrentExecution
    static final class Deliver implements Job {

        private final Postman postman;

        Deliver(Postman postman) {
            this.postman = postman;
        }

        @Override
        public void execute(JobExecutionContext context) {
            postman.deliver();
        }
    }

    /// Does not let an alert wait for the next tick.
    @Component
    static class Hurry {

        private final Scheduler scheduler;

        Hurry(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @TransactionalEventListener
        public void on(DeliveriesDue due) throws SchedulerException {
            scheduler.triggerJob(DELIVER);
        }
    }

    @Bean
    JobDetail alertsDeliverJob() {
        return JobBuilder.newJob(Deliver.class).withIdentity(DELIVER).storeDurably().build();
    }

    @Bean
    Trigger alertsDeliverTrigger(JobDetail alertsDeliverJob) {
        return TriggerBuilder.newTrigger()
                .forJob(alertsDeliverJob)
                .withIdentity("deliver", "alerts")
                .withSchedule(
                        SimpleScheduleBuilder.repeatSecondlyForever(SECONDS)
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
