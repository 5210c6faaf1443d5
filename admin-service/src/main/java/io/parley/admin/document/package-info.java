/** What the OpenAPI document says about all operations alike. */
@NullMarked
@OpenAPIDefinition(
    info =
        @Info(
            title = "Parley administration",
            version = "1",
            description =
                "Configuration, users and sign-in. What is changed here is in force in every"
                    + " service within a second.",
            license = @License(name = "Apache-2.0")),
    components =
        @Components(
            schemas = {
              @Schema(name = "CallbackUrl", implementation = CallbackUrls.Entry.class),
              @Schema(name = "BusinessUnitInput", implementation = BusinessUnit.class),
              @Schema(name = "UserInput", implementation = User.class),
              @Schema(name = "QueueInput", implementation = Queue.class),
              @Schema(name = "AccountInput", implementation = AccountDefinition.class),
              @Schema(name = "ChannelAddressInput", implementation = ChannelAddress.class),
              @Schema(name = "WorkstreamInput", implementation = Workstream.class),
              @Schema(name = "ChannelInstanceInput", implementation = ChannelInstance.class),
              @Schema(name = "MessageTemplateInput", implementation = MessageTemplate.class),
              @Schema(name = "AutomatedMessageInput", implementation = AutomatedMessage.class),
              @Schema(name = "QuickReplyInput", implementation = QuickReply.class),
              @Schema(name = "BotInput", implementation = BotDefinition.class),
              @Schema(name = "BlockedSenderInput", implementation = BlockedSender.class),
              @Schema(name = "DataMaskingRuleInput", implementation = DataMaskingRule.class),
              @Schema(
                  name = "FieldSecurityProfileInput",
                  implementation = FieldSecurityProfile.class),
              @Schema(name = "RatingModelInput", implementation = RatingModel.class),
              @Schema(name = "SkillTypeInput", implementation = SkillType.class),
              @Schema(name = "SkillInput", implementation = Skill.class),
              @Schema(name = "CapacityProfileInput", implementation = CapacityProfile.class),
              @Schema(name = "CustomPresenceInput", implementation = CustomPresence.class),
              @Schema(name = "OperatingHoursInput", implementation = OperatingHours.class),
              @Schema(name = "ContextVariableInput", implementation = ContextVariable.class),
              @Schema(
                  name = "ClassificationRulesetInput",
                  implementation = ClassificationRuleset.class),
              @Schema(name = "RouteToQueueRulesetInput", implementation = RouteToQueueRuleset.class)
            },
            responses =
                @APIResponse(
                    name = CommonParts.PROBLEM,
                    description = "Refusal, as problem details (RFC 9457)",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))))
package io.parley.admin.document;

import io.parley.admin.account.AccountDefinition;
import io.parley.admin.account.CallbackUrls;
import io.parley.admin.bot.BotDefinition;
import io.parley.events.configuration.AutomatedMessage;
import io.parley.events.configuration.BlockedSender;
import io.parley.events.configuration.BusinessUnit;
import io.parley.events.configuration.CapacityProfile;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelInstance;
import io.parley.events.configuration.ClassificationRuleset;
import io.parley.events.configuration.ContextVariable;
import io.parley.events.configuration.CustomPresence;
import io.parley.events.configuration.DataMaskingRule;
import io.parley.events.configuration.FieldSecurityProfile;
import io.parley.events.configuration.MessageTemplate;
import io.parley.events.configuration.OperatingHours;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.QuickReply;
import io.parley.events.configuration.RatingModel;
import io.parley.events.configuration.RouteToQueueRuleset;
import io.parley.events.configuration.Skill;
import io.parley.events.configuration.SkillType;
import io.parley.events.configuration.User;
import io.parley.events.configuration.Workstream;
import io.parley.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.NullMarked;
