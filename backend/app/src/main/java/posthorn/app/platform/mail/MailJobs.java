package posthorn.app.platform.mail;

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
import posthorn.app.platform.security.RateLimits;

/// Ticks that send mail and tidy up.
@Configuration(proxyBeanMethods = false)
class MailJobs {

    private static final int SECONDS_BETWEEN_DELIVERIES = 5;

    /// Sends what is due.
    @DisallowConcurrentExecution
    static final class Deliver implements Job {

        private final MailDelivery delivery;

        Deliver(MailDelivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public void execute(JobExecutionContext context) {
            delivery.deliver();
        }
    }

    /// Removes what nobody needs any more.
    @DisallowConcurrentExecution
    static final class Tidy implements Job {

        private final MailDelivery delivery;
        private final RateLimits limits;

        Tidy(MailDelivery delivery, RateLimits limits) {
            this.delivery = delivery;
            this.limits = limits;
        }

        @Override
        public void execute(JobExecutionContext context) {
            delivery.tidy();
            limits.clear();
        }
    }

    @Bean
    JobDetail mailDeliverJob() {
        return JobBuilder.newJob(Deliver.class)
                .withIdentity("deliver", "mail")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger mailDeliverTrigger(JobDetail mailDeliverJob) {
        return TriggerBuilder.newTrigger()
                .forJob(mailDeliverJob)
                .withIdentity("deliver", "mail")
                .withSchedule(
                        SimpleScheduleBuilder.repeatSecondlyForever(SECONDS_BETWEEN_DELIVERIES)
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    @Bean
    JobDetail mailTidyJob() {
        return JobBuilder.newJob(Tidy.class).withIdentity("tidy", "mail").storeDurably().build();
    }

    @Bean
    Trigger mailTidyTrigger(JobDetail mailTidyJob) {
        return TriggerBuilder.newTrigger()
                .forJob(mailTidyJob)
                .withIdentity("tidy", "mail")
                .withSchedule(
                        SimpleScheduleBuilder.repeatHourlyForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
