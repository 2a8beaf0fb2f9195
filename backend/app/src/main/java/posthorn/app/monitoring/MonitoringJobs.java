package posthorn.app.monitoring;

import java.time.Clock;
import java.time.Duration;
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
import posthorn.app.platform.Settings;

/// Ticks that check what is due and tidy up.
@Configuration(proxyBeanMethods = false)
class MonitoringJobs {

    private static final JobKey CHECK = new JobKey("check", "monitoring");
    private static final JobKey TIDY = new JobKey("tidy", "monitoring");

    /// Begins to check what is due.
    @DisallowConcurrentExecution
    static final class Check implements Job {

        private final Rounds rounds;
        private final CheckThreads threads;

        Check(Rounds rounds, CheckThreads threads) {
            this.rounds = rounds;
            this.threads = threads;
        }

        @Override
        public void execute(JobExecutionContext context) {
            rounds.begin(threads);
        }
    }

    /// Removes what nobody needs any more.
    @DisallowConcurrentExecution
    static final class Tidy implements Job {

        private static final Duration MEMORY = Duration.ofDays(30);

        private final RunRows runs;
        private final TranscriptRows transcripts;
        private final Clock clock;

        Tidy(RunRows runs, TranscriptRows transcripts, Clock clock) {
            this.runs = runs;
            this.transcripts = transcripts;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext context) {
            runs.removeBefore(clock.instant().minus(MEMORY));
            transcripts.removeUnused();
        }
    }

    /// Does not let a person wait for the next tick.
    @Component
    static class Hurry {

        private final Scheduler scheduler;

        Hurry(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @TransactionalEventListener
        public void on(WatchHurried hurried) throws SchedulerException {
            scheduler.triggerJob(CHECK);
        }
    }

    @Bean
    JobDetail monitoringCheckJob() {
        return JobBuilder.newJob(Check.class).withIdentity(CHECK).storeDurably().build();
    }

    @Bean
    Trigger monitoringCheckTrigger(JobDetail monitoringCheckJob, Settings settings) {
        return TriggerBuilder.newTrigger()
                .forJob(monitoringCheckJob)
                .withIdentity("check", "monitoring")
                .withSchedule(
                        SimpleScheduleBuilder.simpleSchedule()
                                .withIntervalInMilliseconds(settings.schedule().tick().toMillis())
                                .repeatForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    @Bean
    JobDetail monitoringTidyJob() {
        return JobBuilder.newJob(Tidy.class).withIdentity(TIDY).storeDurably().build();
    }

    @Bean
    Trigger monitoringTidyTrigger(JobDetail monitoringTidyJob) {
        return TriggerBuilder.newTrigger()
                .forJob(monitoringTidyJob)
                .withIdentity("tidy", "monitoring")
                .withSchedule(
                        SimpleScheduleBuilder.repeatHourlyForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
